//! What people write for a unit by mistake, and the UCUM code that the message proposes instead.
// Uses `code`, `unit`. Used by `ucum`.

use super::code::Joined;

macro_rules! hints {
    ($($($written:literal)+ => $instead:literal;)*) => {
        /// Symbols in lower case, each with the reason that the message gives.
        const HINTS: &[(&str, &str)] = &[$($(
            ($written, concat!("a symbol is not a UCUM unit: write ", $instead)),
        )+)*];
    };
}

hints! {
    "kb" => "`kBy` for kilobytes, `KiBy` for kibibytes, `kbit` for kilobits";
    "mb" => "`MBy` for megabytes, `MiBy` for mebibytes, `Mbit` for megabits";
    "gb" => "`GBy` for gigabytes, `GiBy` for gibibytes, `Gbit` for gigabits";
    "tb" => "`TBy` for terabytes, `TiBy` for tebibytes";
    "kby" "kilobyte" "kilobytes" "kbyte" "kbytes" => "`kBy`";
    "megabyte" "megabytes" "mbyte" "mbytes" => "`MBy`";
    "gigabyte" "gigabytes" "gbyte" "gbytes" => "`GBy`";
    "terabyte" "terabytes" => "`TBy`";
    "kib" "kibibyte" "kibibytes" => "`KiBy`";
    "mib" "mebibyte" "mebibytes" => "`MiBy`";
    "gib" "gibibyte" "gibibytes" => "`GiBy`";
    "tib" "tebibyte" "tebibytes" => "`TiBy`";
    "pib" "piby" "eib" "eiby" => "`TiBy`, the largest binary prefix that UCUM has, or `PBy` for petabytes";
    "byte" "bytes" "octet" "octets" => "`By`";
    "bits" => "`bit`";
    "bps" => "`bit/s` for bits per second, `By/s` for bytes";
    "kbps" => "`kbit/s` for kilobits per second, `kBy/s` for kilobytes";
    "mbps" => "`Mbit/s` for megabits per second, `MBy/s` for megabytes";
    "gbps" => "`Gbit/s` for gigabits per second, `GBy/s` for gigabytes";
    "nsec" "nsecs" "nanos" "nanosecond" "nanoseconds" => "`ns`";
    "usec" "usecs" "micros" "microsecond" "microseconds" => "`us`";
    "msec" "msecs" "millis" "millisecond" "milliseconds" => "`ms`";
    "sec" "secs" "second" "seconds" => "`s`";
    "mins" "minute" "minutes" => "`min`";
    "hr" "hrs" "hour" "hours" => "`h`";
    "day" "days" => "`d`";
    "week" "weeks" => "`wk`";
    "month" "months" => "`mo`";
    "yr" "yrs" "year" "years" => "`a`";
    "hz" "khz" "mhz" "ghz" "hertz" => "`Hz`, `kHz`, `MHz` or `GHz`";
    "rpm" => "`/min`, or `{revolution}/min`";
    "bpm" => "`{beat}/min`";
    "fps" => "`{frame}/s`";
    "rps" => "`{request}/s`";
    "qps" => "`{query}/s`";
    "tps" => "`{transaction}/s`";
    "ops" "iops" => "`{operation}/s`";
    "degc" "celsius" => "`Cel`";
    "degf" "fahrenheit" => "`[degF]`";
    "degk" "kelvin" => "`K`";
    "degree" "degrees" => "`Cel` for a temperature, `deg` for an angle";
    "kwh" => "`kW.h`";
    "mwh" => "`MW.h` for megawatt-hours, `mW.h` for milliwatt-hours";
    "wh" => "`W.h`";
    "ah" => "`A.h`";
    "mah" => "`mA.h`";
    "va" => "`V.A`";
    "kva" => "`kV.A`";
    "watt" "watts" => "`W`";
    "kilowatt" "kilowatts" => "`kW`";
    "volt" "volts" => "`V`";
    "amp" "amps" "ampere" "amperes" => "`A`";
    "joule" "joules" => "`J`";
    "ohm" "ohms" => "`Ohm`";
    "dbm" => "`dB{mW}`, as UCUM has no decibels of a milliwatt";
    "db" => "`dB`";
    "ppm" => "`[ppm]`";
    "ppb" => "`[ppb]`";
    "psi" => "`[psi]`";
    "percent" "percents" "percentage" "pct" => "`%`";
    "ratio" "fraction" "utilization" => "`1`";
    "count" "counts" "number" "total" "amount" => "what is counted, as an annotation: `{request}`";
    "none" "unitless" "dimensionless" => "`1` for a ratio; no unit at all is `NoUnit`";
    "meter" "meters" "metre" "metres" => "`m`";
    "kilometer" "kilometers" "kilometre" "kilometres" => "`km`";
    "inch" "inches" => "`[in_i]`";
    "foot" "feet" => "`[ft_i]`";
    "mile" "miles" => "`[mi_i]`";
    "mph" => "`[mi_i]/h`";
    "kph" "kmh" "kmph" => "`km/h`";
    "gram" "grams" => "`g`";
    "kilogram" "kilograms" "kgs" => "`kg`";
    "liter" "liters" "litre" "litres" => "`L`";
    "dollar" "dollars" "usd" "$" => "`{USD}`";
    "euro" "euros" "eur" => "`{EUR}`";
}

/// The reason for a symbol that UCUM does not have; it names the code to write.
pub(super) const fn of(symbol: &[u8]) -> Option<&'static str> {
    let mut i = 0;
    while i < HINTS.len() {
        if equal_in_any_case(symbol, HINTS[i].0.as_bytes()) {
            return Some(HINTS[i].1);
        }
        i += 1;
    }
    None
}

/// The singular of a code that is a word, for an annotation: `request` for `requests`.
pub(super) const fn count(code: &str) -> Option<Joined> {
    let word = code.as_bytes();
    let mut i = 0;
    while i < word.len() {
        let in_a_word = word[i].is_ascii_alphabetic() || (i > 0 && word[i] == b'_');
        if !in_a_word {
            return None;
        }
        i += 1;
    }
    match word {
        [] | [_] | [_, _] => None,
        [.., b'i', b'e', b's'] => Some(lowercase(code, 3).and("y")),
        [.., b's', b's' | b'h', b'e', b's'] | [.., b'x' | b'z', b'e', b's'] | [.., b'c', b'h', b'e', b's'] => {
            Some(lowercase(code, 2))
        }
        [.., b's', b's'] | [.., b'u' | b'i', b's'] => Some(lowercase(code, 0)),
        [.., b's'] => Some(lowercase(code, 1)),
        _ => Some(lowercase(code, 0)),
    }
}

const fn lowercase(code: &str, without: usize) -> Joined {
    let mut joined = Joined::of(&[]);
    let mut i = 0;
    while i + without < code.len() && i < super::Code::MAX {
        joined = joined.and_byte(code.as_bytes()[i].to_ascii_lowercase());
        i += 1;
    }
    joined
}

/// Whether both are equal but for case. The second is in lower case.
const fn equal_in_any_case(symbol: &[u8], written: &[u8]) -> bool {
    if symbol.len() != written.len() {
        return false;
    }
    let mut i = 0;
    while i < symbol.len() {
        if symbol[i].to_ascii_lowercase() != written[i] {
            return false;
        }
        i += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::super::{Code, ucum};
    use super::HINTS;

    #[test]
    fn what_people_write_is_answered_with_the_code_to_write() {
        for (written, instead) in [
            ("KB", "`kBy`"),
            ("KiB", "`KiBy`"),
            ("kWh", "`kW.h`"),
            ("Wh", "`W.h`"),
            ("ppm", "`[ppm]`"),
            ("VA", "`V.A`"),
            ("rpm", "`/min`"),
            ("degC", "`Cel`"),
            ("yr", "`a`"),
            ("PiB", "`TiBy`"),
            ("dBm", "`dB{mW}`"),
            ("sec", "`s`"),
            ("secs", "`s`"),
            ("bytes", "`By`"),
            ("bytes/sec", "`By`"),
            ("requests", "`{request}`"),
            ("Queries", "`{query}`"),
            ("processes", "`{process}`"),
            ("batches", "`{batch}`"),
            ("boxes", "`{box}`"),
            ("cache_misses", "`{cache_miss}`"),
            ("status", "`{status}`"),
            ("foo", "`{foo}`"),
        ] {
            let refused = Code::try_new(written).expect_err(written).to_string();
            assert!(refused.contains(instead), "{written}: {refused}");
            assert!(refused.contains("not a UCUM unit"), "{written}: {refused}");
        }
    }

    #[test]
    fn every_code_that_is_named_is_one() {
        for (written, reason) in HINTS {
            assert_eq!(*written, written.to_ascii_lowercase());
            let (_, instead) = reason.split_once(": write ").unwrap();
            for code in instead.split('`').skip(1).step_by(2).filter(|code| *code != "NoUnit") {
                assert!(ucum::check(code).is_ok(), "{written}: {code}");
            }
        }
    }
}
