//! Comparing texts, in const evaluation and at run time.

/// How a byte of a name is compared.
#[derive(Clone, Copy)]
pub(super) enum Fold {
    /// As it is.
    Exact,
    /// Names are case-insensitive.
    Case,
    /// For Prometheus, `.` is `_`.
    Separators,
}

impl Fold {
    const fn byte(self, byte: u8) -> u8 {
        match self {
            Self::Exact => byte,
            Self::Case => byte.to_ascii_lowercase(),
            Self::Separators if byte == b'.' => b'_',
            Self::Separators => byte.to_ascii_lowercase(),
        }
    }
}

/// Whether the texts are alike.
pub(super) const fn alike(a: &str, b: &str, fold: Fold) -> bool {
    a.len() == b.len() && starts(a, b, fold)
}

/// Whether the first text starts with the second.
const fn starts(text: &str, with: &str, fold: Fold) -> bool {
    let (text, with) = (text.as_bytes(), with.as_bytes());
    if text.len() < with.len() {
        return false;
    }
    let mut i = 0;
    while i < with.len() {
        if fold.byte(text[i]) != fold.byte(with[i]) {
            return false;
        }
        i += 1;
    }
    true
}

/// FNV-1a, byte after byte.
#[derive(Clone, Copy)]
pub(super) struct Hash(u32);

impl Hash {
    pub(super) const NEW: Self = Self(0x811c_9dc5);

    pub(super) const fn and(self, byte: u8, fold: Fold) -> Self {
        Self((self.0 ^ fold.byte(byte) as u32).wrapping_mul(0x0100_0193))
    }

    /// Its slot in a table of `slots` slots, a power of two.
    pub(super) const fn slot(self, slots: usize) -> usize {
        (self.0 ^ (self.0 >> 16)) as usize & (slots - 1)
    }
}

/// The number of bytes that are inserted, removed, replaced or swapped with their neighbour to make one text of the other
/// (the distance of optimal string alignment).
pub(super) fn distance(a: &str, b: &str) -> usize {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut before = vec![0; b.len() + 1];
    let mut last: Vec<_> = (0..=b.len()).collect();
    for i in 0..a.len() {
        let mut row = vec![i + 1; b.len() + 1];
        for j in 0..b.len() {
            row[j + 1] = (last[j] + usize::from(a[i] != b[j])).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                row[j + 1] = row[j + 1].min(before[j - 1] + 1);
            }
        }
        before = core::mem::replace(&mut last, row);
    }
    last[b.len()]
}
