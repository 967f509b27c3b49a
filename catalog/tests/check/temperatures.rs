//! Temperatures: scales with their own zeros, in one dimension.

use meterstick_catalog::check::Rule;

use super::{finds, nothing, panel};

#[test]
fn a_temperature_is_converted_to_another_scale() {
    for (query, unit) in [
        ("shop_oven_celsius * 9 / 5 + 32", "fahrenheit"),
        ("32 + 1.8 * shop_oven_celsius", "fahrenheit"),
        ("avg(shop_oven_celsius) * (9 / 5) + 32", "fahrenheit"),
        ("shop_oven_celsius + 273.15", "kelvin"),
        ("shop_oven_celsius - -273.15", "kelvin"),
        ("(shop_oven_celsius + 273.15) * 1.8", "fahrenheit"),
        ("shop_oven_celsius + 5", "celsius"),
        ("shop_oven_celsius - shop_oven_celsius offset 5m", "celsius"),
    ] {
        assert_eq!(panel(query, unit), <[String; 0]>::default(), "{query} in {unit}");
    }
    for (query, unit) in [
        ("shop_oven_celsius", "kelvin"),
        ("shop_oven_celsius + 5", "fahrenheit"),
        ("shop_oven_celsius * 9 / 5 + 32", "bytes"),
        ("shop_oven_celsius + 273.15", "s"),
    ] {
        let found = panel(query, unit);
        assert!(found.len() == 1 && found[0].starts_with("panel-unit: "), "{query} in {unit}: {found:#?}");
    }
}

#[test]
fn a_difference_of_temperatures_has_no_zero() {
    for query in [
        "max(shop_oven_celsius) - min(shop_oven_celsius)",
        "-min(shop_oven_celsius) + max(shop_oven_celsius)",
        "shop_oven_celsius - shop_oven_celsius offset 5m",
        "quantile(0.9, shop_oven_celsius) - quantile(0.1, shop_oven_celsius)",
        "shop_oven_celsius - 20",
        "shop_oven_celsius - $wanted",
        "abs(delta(shop_oven_celsius[1h]))",
        "max(idelta(shop_oven_celsius[1h])) > 5",
        "stddev(shop_oven_celsius)",
        "stdvar(shop_oven_celsius)",
        "stddev_over_time(shop_oven_celsius[1h])",
        "mad_over_time(shop_oven_celsius[1h])",
        "deriv(shop_oven_celsius[1h]) * 3600",
    ] {
        for unit in ["kelvin", "celsius"] {
            assert_eq!(panel(query, unit), <[String; 0]>::default(), "{query} in {unit}");
        }
    }
    // A degree Fahrenheit is smaller, and the average of temperatures is a temperature.
    for (query, unit) in [
        ("max(shop_oven_celsius) - min(shop_oven_celsius)", "fahrenheit"),
        ("delta(shop_oven_celsius[1h])", "s"),
        ("stddev(shop_oven_celsius)", "fahrenheit"),
        ("avg(shop_oven_celsius)", "kelvin"),
        ("avg_over_time(shop_oven_celsius[1h])", "kelvin"),
        ("avg(shop_oven_celsius) + 2 * stddev(shop_oven_celsius)", "kelvin"),
    ] {
        let found = panel(query, unit);
        assert!(found.len() == 1 && found[0].starts_with("panel-unit: "), "{query} in {unit}: {found:#?}");
    }
}

#[test]
fn two_temperatures_are_compared_on_one_scale() {
    nothing(&["shop_oven_celsius * 9 / 5 + 32 > 400", "deriv(shop_oven_celsius[5m]) > 1"]);
    nothing(&[
        "shop_oven_celsius > (shop_outside_degF_ - 32) * 5 / 9",
        "shop_oven_celsius > (shop_outside_degF_ * 5 - 160) / 9",
        "shop_outside_degF_ < shop_oven_celsius * 9 / 5 + 32",
        "shop_oven_celsius > shop_oven_celsius * 1.1",
        "stddev(shop_oven_celsius) * 1.8 > stddev(shop_outside_degF_)",
    ]);
    finds("shop_oven_celsius > shop_queued", Rule::Units, "do not measure the same thing");
    finds("shop_oven_celsius > shop_outside_degF_", Rule::Units, "convert one of the two");
}

#[test]
fn a_factor_without_the_zero_is_no_conversion() {
    finds("shop_oven_celsius > shop_outside_degF_ * 5 / 9", Rule::Units, "`[degF] times 0.555556`");
    finds("shop_oven_celsius * 1.8 < shop_outside_degF_", Rule::Units, "`Cel times 1.8`");
    let found = panel("shop_oven_celsius * 9 / 5", "fahrenheit");
    assert!(found.len() == 1 && found[0].contains("`Cel times 1.8`"), "{found:#?}");
    // Twice a temperature is none of another scale.
    assert_eq!(panel("shop_oven_celsius * 2", "fahrenheit"), <[String; 0]>::default());
}
