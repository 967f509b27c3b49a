use meterstick::Key;

const STATUS: Key<u16> = Key::new("http.response.status_code");

fn main() {
    STATUS.of("OK");
}
