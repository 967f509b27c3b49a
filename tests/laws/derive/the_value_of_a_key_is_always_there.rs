use meterstick::Key;

const ERROR: Key<Option<&str>> = Key::new("error.type");

fn main() {
    let _ = ERROR;
}
