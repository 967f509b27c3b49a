use std::process::ExitCode;

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
        .omit_auto_trait_impls(true)
        .omit_auto_derived_impls(without_derived);
    match api.build() {
        Ok(api) => {
            api.items().for_each(|item| println!("{item}"));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
