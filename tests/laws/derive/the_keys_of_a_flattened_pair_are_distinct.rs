use meterstick::Attributes;

#[derive(Clone, Copy, Attributes)]
struct Of {
    pool: i64,
}

#[derive(Clone, Copy, Attributes)]
struct Done {
    ok: bool,
    pool: i64,
}

#[derive(Clone, Copy, Attributes)]
struct Job {
    #[attribute(flatten)]
    of: Option<(Of, Done)>,
}

fn main() {}
