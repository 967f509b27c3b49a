//! Checks the code of a unit against UCUM 2.2 (the Unified Code for Units of Measure) in its case-sensitive form, within the
//! limits that OpenTelemetry sets for an instrument's unit.
//!
//! A code is read in one pass, without backtracking. No atom of UCUM ends in a digit or, outside of square brackets, contains a
//! character that separates atoms. So a simple unit and its exponent are cut from the text before any table is consulted.
// Uses `code`, `hints`. Used by `code`, `count`.

use super::code::Joined;
use super::hints;

/// Why the code of a unit was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    pub rule: &'static str,
    /// The annotation to write instead, if the code is a word.
    pub count: Option<Joined>,
}

/// Checks a unit's code.
///
/// The code is ASCII of at most 63 characters (OpenTelemetry, Metrics API, "Instrument unit") and
/// a main-term of UCUM's grammar (section 2.2, "Syntax Rules").
pub(crate) const fn check(code: &str) -> Result<(), Refusal> {
    match check_rules(code) {
        Ok(()) => Ok(()),
        Err(why) => Err(Refusal { rule: why, count: hints::count(code) }),
    }
}

const fn check_rules(code: &str) -> Result<(), &'static str> {
    let mut rest = code.as_bytes();
    if let Err(why) = characters(rest) {
        return Err(why);
    }
    if let [b'/', after @ ..] = rest {
        rest = after;
    }
    // A term in parentheses is a component itself, so counting the open ones replaces recursion.
    let mut open = 0;
    loop {
        while let [b'(', after @ ..] = rest {
            open += 1;
            rest = after;
        }
        rest = match component(rest) {
            Ok(after) => after,
            Err(why) => return Err(why),
        };
        while let (1.., [b')', after @ ..]) = (open, rest) {
            open -= 1;
            rest = after;
        }
        rest = match rest {
            [] if open == 0 => return Ok(()),
            [] => return Err("a `(` is closed by a `)`"),
            [b'.' | b'/', after @ ..] => after,
            _ => return Err(misplaced(rest)),
        };
    }
}

/// Refuses codes that are too short or too long, and characters that no code may contain (UCUM, paragraphs 3 and 6).
const fn characters(code: &[u8]) -> Result<(), &'static str> {
    let mut rest = code;
    while let [_, after @ ..] = rest {
        match rest {
            // U+00B5 MICRO SIGN and U+03BC GREEK SMALL LETTER MU
            [0xC2, 0xB5, ..] | [0xCE, 0xBC, ..] => {
                return Err("a unit's code is ASCII: write `u` for micro");
            }
            // U+00B0 DEGREE SIGN
            [0xC2, 0xB0, ..] => {
                return Err("a unit's code is ASCII: write `Cel` for °C, `[degF]` for °F, `deg` for °");
            }
            // U+03A9 GREEK CAPITAL LETTER OMEGA and U+2126 OHM SIGN
            [0xCE, 0xA9, ..] | [0xE2, 0x84, 0xA6, ..] => {
                return Err("a unit's code is ASCII: write `Ohm` for Ω");
            }
            [0x80..=0xFF, ..] => return Err("a unit's code is ASCII"),
            [..=b' ' | 0x7F, ..] => {
                return Err("a unit's code has no spaces: multiply with `.`, and annotate `{like_this}`");
            }
            _ => rest = after,
        }
    }
    match code.len() {
        0 => Err("a unit's code is not empty: a ratio has the unit `1`, and no unit at all is `NoUnit`"),
        1..=63 => Ok(()),
        _ => Err("a unit's code has at most 63 characters"),
    }
}

/// Returns the text after the component that `text` begins with. [`check`] has removed the parentheses.
///
/// A number is neither annotated nor raised to a power: section 2.2 makes a factor a component of
/// its own.
const fn component(text: &[u8]) -> Result<&[u8], &'static str> {
    match text {
        [b'{', inside @ ..] => return annotation(inside),
        [] | [b'.' | b'/' | b')', ..] => {
            return Err("a unit is missing: `.` joins two units, `/` precedes one, `()` contains one");
        }
        [b'+' | b'-' | b'}', ..] => return Err(misplaced(text)),
        _ => {}
    }
    let (word, rest) = split_word(text);
    let (symbol, digits) = split_digits(word);
    if symbol.is_empty() {
        return if is_zero(digits) { Err("a number in a unit's code is a positive integer") } else { Ok(rest) };
    }
    if let Err(why) = simple_unit(symbol) {
        return Err(why);
    }
    let rest = match rest {
        [b'+' | b'-', after @ ..] if digits.is_empty() => {
            let (exponent, rest) = split_word(after);
            let ([], [_, ..]) = split_digits(exponent) else {
                return Err("a sign begins an exponent of digits only, like that of `s-1`");
            };
            rest
        }
        _ => rest,
    };
    match rest {
        [b'{', inside @ ..] => annotation(inside),
        _ => Ok(rest),
    }
}

/// Returns the text after the annotation whose content begins at `inside`.
///
/// The text may be empty: the automaton of section 2.2 repeats its characters zero or more times.
/// Of the characters 33 to 126 it has all but the braces, which do not nest (paragraph 6).
const fn annotation(inside: &[u8]) -> Result<&[u8], &'static str> {
    let mut rest = inside;
    while let [byte, after @ ..] = rest {
        match byte {
            b'}' => {
                return match after {
                    [b'{', ..] => {
                        Err("a unit's symbol has one annotation at most: `{failed_request}`, not `{failed}{request}`")
                    }
                    _ => Ok(after),
                };
            }
            b'{' => return Err("an annotation contains no braces"),
            _ => rest = after,
        }
    }
    Err("an annotation ends with `}`")
}

/// Why a code cannot continue with `text`, which is not empty.
const fn misplaced(text: &[u8]) -> &'static str {
    match text[0] {
        b'{' => "an annotation stands alone or follows a unit's symbol: `{request}`, not `1{request}`",
        b'}' => "a `}` closes no `{`",
        b')' => "a `)` closes no `(`",
        b'+' | b'-' | b'0'..=b'9' => {
            "one exponent may follow a unit's symbol, like `m2` or `s-1`; a power of ten is `10*3`"
        }
        _ => "units are joined with `.` or `/`",
    }
}

/// Splits `text` after the symbol or number it begins with.
///
/// Square brackets belong to a symbol, with everything between them (paragraph 5).
const fn split_word(text: &[u8]) -> (&[u8], &[u8]) {
    let mut end = 0;
    let mut bracketed = false;
    while end < text.len() {
        match text[end] {
            b'[' => bracketed = true,
            b']' => bracketed = false,
            b'.' | b'/' | b'(' | b')' | b'{' | b'}' | b'+' | b'-' if !bracketed => break,
            _ => {}
        }
        end += 1;
    }
    text.split_at(end)
}

/// Splits off the digits at the end of `word`: all of a number, or the exponent of a symbol.
const fn split_digits(word: &[u8]) -> (&[u8], &[u8]) {
    let mut symbol = word;
    while let [before @ .., b'0'..=b'9'] = symbol {
        symbol = before;
    }
    word.split_at(symbol.len())
}

const fn is_zero(digits: &[u8]) -> bool {
    let mut rest = digits;
    while let [b'0', after @ ..] = rest {
        rest = after;
    }
    rest.is_empty()
}

/// Accepts an atom, or a prefix and a metric atom (paragraphs 4 and 11); `symbol` is not empty.
const fn simple_unit(symbol: &[u8]) -> Result<(), &'static str> {
    if contains(METRIC, symbol) || contains(NON_METRIC, symbol) {
        return Ok(());
    }
    let hint = hints::of(symbol);
    if let (Some(instead), true) = (hint, contains(BYTES_AS_BELS, symbol)) {
        return Err(instead);
    }
    let mut prefixed_non_metric = false;
    let mut i = 0;
    while i < PREFIXES.len() {
        match symbol.split_at_checked(PREFIXES[i].len()) {
            Some((prefix, atom)) if equal(prefix, PREFIXES[i].as_bytes()) => {
                if contains(METRIC, atom) {
                    return Ok(());
                }
                prefixed_non_metric |= contains(NON_METRIC, atom);
            }
            _ => {}
        }
        i += 1;
    }
    if let Some(instead) = hint {
        Err(instead)
    } else if prefixed_non_metric {
        Err("only a metric unit of UCUM takes a prefix, which `h`, `%` or `[degF]` are not")
    } else if symbol[0].is_ascii_digit() {
        Err("a number and a unit are joined with `.`, like `100.m`")
    } else {
        Err(NO_UNIT)
    }
}

/// The least specific reason. For a word, the annotation to write is added to it.
pub(super) const NO_UNIT: &str = "a symbol is not a UCUM unit; a count is written as an annotation, like `{request}`";

const fn contains(table: &[&str], code: &[u8]) -> bool {
    let mut i = 0;
    while i < table.len() {
        if equal(table[i].as_bytes(), code) {
            return true;
        }
        i += 1;
    }
    false
}

/// `==`, which is not `const`. Lengths are compared first, because they differ for most table entries.
pub(super) const fn equal(left: &[u8], right: &[u8]) -> bool {
    if left.len() != right.len() {
        return false;
    }
    let mut i = 0;
    while i < left.len() {
        if left[i] != right[i] {
            return false;
        }
        i += 1;
    }
    true
}

/// Symbols of bytes that UCUM reads as bels. Megabels are not used in practice, so these codes are refused. This is the one
/// difference from UCUM's grammar: `B` and `dB` remain bels.
const BYTES_AS_BELS: &[&str] = &["kB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "TiB"];

/// The prefixes: those of SI up to yotta, and UCUM's binary ones up to tebi.
const PREFIXES: &[&str] = &[
    "E", "G", "Gi", "Ki", "M", "Mi", "P", "T", "Ti", "Y", "Z", "a", "c", "d", "da", "f", "h", "k", "m", "n", "p", "u",
    "y", "z",
];

/// The atoms that take a prefix.
const METRIC: &[&str] = &[
    "A", "B", "B[10.nV]", "B[SPL]", "B[V]", "B[W]", "B[kW]", "B[mV]", "B[uV]", "Bd", "Bi", "Bq", "By", "C", "Cel",
    "Ci", "F", "G", "Gal", "Gb", "Gy", "H", "Hz", "J", "K", "Ky", "L", "Lmb", "Mx", "N", "Np", "Oe", "Ohm", "P", "Pa",
    "R", "RAD", "REM", "S", "St", "Sv", "T", "U", "V", "W", "Wb", "[G]", "[IU]", "[c]", "[e]", "[eps_0]", "[g]", "[h]",
    "[iU]", "[k]", "[ly]", "[m_e]", "[m_p]", "[mu_0]", "ar", "bar", "bit", "cal", "cal_IT", "cal_[15]", "cal_[20]",
    "cal_m", "cal_th", "cd", "dyn", "eV", "eq", "erg", "g", "g%", "gf", "kat", "l", "lm", "lx", "m", "m[H2O]", "m[Hg]",
    "mho", "mol", "osm", "pc", "ph", "rad", "s", "sb", "sr", "st", "t", "tex", "u",
];

/// The atoms that take no prefix. rustfmt would give each its own line because of the few long ones.
#[rustfmt::skip]
const NON_METRIC: &[&str] = &[
    "%", "%[slope]", "'", "''", "10*", "10^", "AU", "Ao", "[APL'U]", "[AU]", "[Amb'a'1'U]", "[BAU]",
    "[Btu]", "[Btu_39]", "[Btu_59]", "[Btu_60]", "[Btu_IT]", "[Btu_m]", "[Btu_th]", "[CCID_50]",
    "[CFU]", "[Cal]", "[Ch]", "[D'ag'U]", "[EID_50]", "[ELU]", "[EU]", "[FEU]", "[FFU]", "[FNU]",
    "[GPL'U]", "[HPF]", "[HP]", "[IR]", "[LPF]", "[Lf]", "[MET]", "[MPL'U]", "[NTU]", "[PFU]",
    "[PNU]", "[PRU]", "[S]", "[TCID_50]", "[USP'U]", "[acr_br]", "[acr_us]", "[anti'Xa'U]",
    "[arb'U]", "[bbl_us]", "[bdsk'U]", "[beth'U]", "[bf_i]", "[bu_br]", "[bu_us]", "[car_Au]",
    "[car_m]", "[cft_i]", "[ch_br]", "[ch_us]", "[cicero]", "[cin_i]", "[cml_i]", "[cr_i]",
    "[crd_us]", "[cup_m]", "[cup_us]", "[cyd_i]", "[degF]", "[degR]", "[degRe]", "[den]", "[didot]",
    "[diop]", "[dpt_us]", "[dqt_us]", "[dr_ap]", "[dr_av]", "[drp]", "[dye'U]", "[fdr_br]",
    "[fdr_us]", "[foz_br]", "[foz_m]", "[foz_us]", "[ft_br]", "[ft_i]", "[ft_us]", "[fth_br]",
    "[fth_i]", "[fth_us]", "[fur_us]", "[gal_br]", "[gal_us]", "[gal_wi]", "[gil_br]", "[gil_us]",
    "[gr]", "[hd_i]", "[hnsf'U]", "[hp'_C]", "[hp'_M]", "[hp'_Q]", "[hp'_X]", "[hp_C]", "[hp_M]",
    "[hp_Q]", "[hp_X]", "[in_br]", "[in_i'H2O]", "[in_i'Hg]", "[in_i]", "[in_us]", "[ka'U]",
    "[kn_br]", "[kn_i]", "[knk'U]", "[kp_C]", "[kp_M]", "[kp_Q]", "[kp_X]", "[lb_ap]", "[lb_av]",
    "[lb_tr]", "[lbf_av]", "[lcwt_av]", "[ligne]", "[lk_br]", "[lk_us]", "[lne]", "[lton_av]",
    "[m/s2/Hz^(1/2)]", "[mclg'U]", "[mesh_i]", "[mi_br]", "[mi_i]", "[mi_us]", "[mil_i]",
    "[mil_us]", "[min_br]", "[min_us]", "[nmi_br]", "[nmi_i]", "[oz_ap]", "[oz_av]", "[oz_m]",
    "[oz_tr]", "[p'diop]", "[pH]", "[pc_br]", "[pca]", "[pca_pr]", "[pi]", "[pied]", "[pk_br]",
    "[pk_us]", "[pnt]", "[pnt_pr]", "[pouce]", "[ppb]", "[ppm]", "[ppth]", "[pptr]", "[psi]",
    "[pt_br]", "[pt_us]", "[pwt_tr]", "[qt_br]", "[qt_us]", "[rch_us]", "[rd_br]", "[rd_us]",
    "[rlk_us]", "[sc_ap]", "[sct]", "[scwt_av]", "[sft_i]", "[sin_i]", "[smgy'U]", "[smi_us]",
    "[smoot]", "[srd_us]", "[ston_av]", "[stone_av]", "[syd_i]", "[tb'U]", "[tbs_m]", "[tbs_us]",
    "[todd'U]", "[tsp_m]", "[tsp_us]", "[twp]", "[wood'U]", "[yd_br]", "[yd_i]", "[yd_us]", "a",
    "a_g", "a_j", "a_t", "atm", "att", "b", "bit_s", "circ", "d", "deg", "gon", "h", "min", "mo",
    "mo_g", "mo_j", "mo_s", "sph", "wk",
];

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*, sample::select};

    use super::*;

    const _: () = assert!(check("By/s").is_ok());
    const _: () = assert!(check("bytes").is_err());
    // The most expensive codes: every symbol is looked up in both tables, and again after a prefix.
    const _: () = assert!(check("TiBy.TiBy.TiBy.TiBy.TiBy.TiBy.TiBy.TiBy.TiBy.TiBy.TiBy.TiBy.TiA").is_ok());
    const _: () = assert!(check("Tu.Tu.Tu.Tu.Tu.Tu.Tu.Tu.Tu.Tu.Tu.Tu.Tu.Tu.Tu.Tu.Tu.Tu.Tu.Tu.Tuu").is_err());

    const VALID: &str = "1 10 007 s ms min h d a m km g kg J W V A K Cel Hz By KiBy MiBy bit % B dB cd dar dam
        {request} {} {|} {a}/{b} By/s /s /{x} m/s2 m+2 s-1 10* 10*3 10^-6 10*+3/ul 4.[pi].10*-7.N/A2
        rad2{a} m{a}.s m.(s) ((m)) /(m/(s.g)) dyn.s/(cm5.m2) umol/2.h mm[Hg] dB[10.nV] mg% %[slope]
        [degF] [in_i] [in_i'H2O] [pH] [NTU] [m/s2/Hz^(1/2)]-1{x} ''";

    /// Parts of the reason, and codes that are refused for it.
    const REFUSED: &str = "is ASCII: {é} m²
        `u` for micro: µs {μ}
        `Cel` for °C: °C
        `Ohm` for Ω: kΩ Ω
        write `MBy`: MB MB/s MB2
        a unit is missing: / //m m/ .m m..s m//s () ( (/m) m.)
        closed by a `)`: (m ((m)
        closes no `(`: m) (m))
        closes no `{`: m} }
        ends with `}`: { m{a
        contains no braces: {{a}}
        one annotation at most: m{a}{b} {a}{b}
        stands alone or follows: 1{c} (m){a}
        a positive integer: 0 m/00
        a sign begins: m- m+{a} 10*- m-1s m-s2 m--1
        one exponent: 10+3 -1 m2-3 (m)2 m-1+2 {a}2
        joined with `.` or `/`: {a}m m(s) (m)s
        joined with `.`, like: 12h 5m 10*km
        takes a prefix: kh m% m[degF] k10*
        not a UCUM unit: bytes k KBy kkg PiBy Rm iU [iIU] [in_i ] m=s";

    #[test]
    fn accepts_codes_of_ucum() {
        let longest = "m.".repeat(31) + "m";
        for code in VALID.split_whitespace().chain([&*longest]) {
            assert_eq!(check_rules(code), Ok(()), "{code}");
        }
    }

    #[test]
    fn refuses_other_codes_and_says_why() {
        let refused = |code: &str, why: &str| {
            let refusal = check(code).expect_err(code).rule;
            assert!(refusal.contains(why), "{code}: {refusal}");
        };
        for line in REFUSED.lines() {
            let (why, codes) = line.rsplit_once(": ").unwrap();
            codes.split(' ').for_each(|code| refused(code, why.trim()));
        }
        refused("", "not empty");
        refused(&"m.".repeat(32), "at most 63");
        for code in ["m s", " ", "{two words}", "m\n", "\x7F"] {
            refused(code, "no spaces");
        }
    }

    #[test]
    fn tables_are_sorted_disjoint_and_within_reach() {
        for table in [PREFIXES, METRIC, NON_METRIC] {
            assert!(table.is_sorted_by(|one, next| one < next));
        }
        assert!(METRIC.iter().all(|atom| !NON_METRIC.contains(atom)));
        for atom in NON_METRIC {
            assert_eq!(check_rules(atom), Ok(()), "{atom}");
        }
        for atom in METRIC {
            for prefix in [""].iter().chain(PREFIXES) {
                let code = format!("{prefix}{atom}");
                assert_eq!(check_rules(&code).is_ok(), !BYTES_AS_BELS.contains(&&*code), "{prefix} {atom}");
            }
        }
    }

    /// Section 2.2 of UCUM, production by production, trying every way to split `text`.
    mod grammar {
        use super::{BYTES_AS_BELS, METRIC, NON_METRIC, PREFIXES};

        pub fn main_term(text: &str) -> bool {
            term(text) || text.strip_prefix('/').is_some_and(term)
        }

        fn term(text: &str) -> bool {
            let cut = |(at, _)| component(&text[at + 1..]) && term(&text[..at]);
            component(text) || text.match_indices(['.', '/']).any(cut)
        }

        fn component(text: &str) -> bool {
            annotatable(text)
                || cut(text, annotatable, annotation)
                || annotation(text)
                || factor(text)
                || enclosed(text, '(', ')').is_some_and(term)
        }

        fn annotatable(text: &str) -> bool {
            let exponent = |text: &str| digits(text.strip_prefix(['+', '-']).unwrap_or(text));
            simple_unit(text) || cut(text, simple_unit, exponent)
        }

        fn simple_unit(text: &str) -> bool {
            if BYTES_AS_BELS.contains(&text) {
                return false;
            }
            let metric = |text: &str| METRIC.contains(&text);
            let prefixed = |prefix: &&str| text.strip_prefix(*prefix).is_some_and(metric);
            metric(text) || NON_METRIC.contains(&text) || PREFIXES.iter().any(prefixed)
        }

        fn annotation(text: &str) -> bool {
            let allowed = |c: char| c.is_ascii_graphic() && c != '{' && c != '}';
            enclosed(text, '{', '}').is_some_and(|text| text.chars().all(allowed))
        }

        fn factor(text: &str) -> bool {
            digits(text) && text.contains(|c| c != '0')
        }

        fn digits(text: &str) -> bool {
            !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
        }

        fn enclosed(text: &str, open: char, close: char) -> Option<&str> {
            text.strip_prefix(open)?.strip_suffix(close)
        }

        fn cut(text: &str, left: fn(&str) -> bool, right: fn(&str) -> bool) -> bool {
            (1..text.len()).any(|at| right(&text[at..]) && left(&text[..at]))
        }
    }

    fn joined(component: impl Strategy<Value = String> + Clone) -> impl Strategy<Value = String> {
        let more = vec((select(&[".", "/"][..]), component.clone()), 0..3);
        (component, more)
            .prop_map(|(first, more)| more.into_iter().fold(first, |term, (sign, next)| term + sign + &next))
    }

    /// Codes that the grammar derives.
    fn valid() -> impl Strategy<Value = String> {
        let prefix = prop_oneof![Just(""), select(PREFIXES)];
        let metric = (prefix, select(METRIC))
            .prop_map(|(prefix, atom)| format!("{prefix}{atom}"))
            .prop_filter("bytes", |code| !BYTES_AS_BELS.contains(&&**code));
        let symbol = prop_oneof![2 => metric, 1 => select(NON_METRIC).prop_map(String::from)];
        let annotation = r"\{[!-z|~]{0,4}\}";
        let unit = (symbol, "([+-]?[0-9]{1,2})?", prop_oneof!["", annotation])
            .prop_map(|(symbol, exponent, annotation)| symbol + &exponent + &annotation);
        let component = prop_oneof![4 => unit, 1 => annotation, 1 => "0?[1-9][0-9]?"];
        let nested = component.prop_recursive(3, 8, 3, |inner| joined(inner).prop_map(|term| format!("({term})")));
        ("/?", joined(nested)).prop_map(|(slash, term)| slash + &term).prop_filter("too long", |code| code.len() <= 63)
    }

    /// Codes that almost follow the grammar: a few characters, or a few atoms and separators.
    const NEAR: &str = r"[smkgdabByit0123./{}()\[\]*%'+-]{1,8}|(B\[|10\*?|1|V|\]|m|[0./(){}+-]){1,9}";

    proptest! {
        #[test]
        fn accepts_what_the_grammar_derives(code in valid()) {
            prop_assert!(grammar::main_term(&code), "{}", code);
            prop_assert_eq!(check_rules(&code), Ok(()), "{}", code);
        }

        #[test]
        fn agrees_with_the_grammar_one_edit_away(
            code in valid(), at: prop::sample::Index, put in "[ -~]?", cut in 0..2_usize,
        ) {
            let at = at.index(code.len());
            let code = format!("{}{put}{}", &code[..at], &code[at + cut..]);
            prop_assume!((1..=63).contains(&code.len()));
            prop_assert_eq!(check(&code).is_ok(), grammar::main_term(&code), "{}", code);
        }

        #[test]
        fn agrees_with_the_grammar_near_it(code in NEAR) {
            prop_assert_eq!(check(&code).is_ok(), grammar::main_term(&code), "{}", code);
        }
    }
}
