use std::process::ExitCode;

/// Of the auto traits, that a type is not `Send` or not `Sync`: it is of most that they are.
fn is_listed(item: &str) -> bool {
    let of = item.split_once(" for ").map_or("", |(of, _)| of);
    let is_auto = ["marker::Send", "marker::Sync", "marker::Freeze", "marker::Unpin", "::UnwindSafe", "::RefUnwindSafe", "UnsafeUnpin"];
    !(item.starts_with("impl") && is_auto.iter().any(|name| of.ends_with(name)))
        || of.ends_with("!core::marker::Send")
        || of.ends_with("!core::marker::Sync")
}

/// `api-list [--without-derived] FILE`: of generated code, what is derived follows from the generator.
fn main() -> ExitCode {
    let mut arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let without_derived = arguments.first().is_some_and(|first| first == "--without-derived");
    let Some(path) = arguments.pop() else {
        eprintln!("the file that rustdoc wrote is to be named");
        return ExitCode::FAILURE;
    };
    let api = public_api::Builder::from_rustdoc_json(path)
        .omit_blanket_impls(true)
        .omit_auto_derived_impls(without_derived);
    match api.build() {
        Ok(api) => {
            api.items().map(ToString::to_string).filter(|item| is_listed(item)).for_each(|item| println!("{item}"));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
