//! Compares and hashes names, in const evaluation and at run time.
// Used by `identity`, `lint::conventions`, `markdown`, `prometheus::keep`, `rule`.

/// Whether a character controls text instead of being seen: a control character, or one that changes the direction of the text
/// after it (*Unicode, `Bidi_Control`*).
#[must_use]
pub fn is_control(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// How the bytes of a name are compared.
#[derive(Clone, Copy)]
pub(super) enum Fold {
    /// Unchanged.
    Exact,
    /// Without case: names are case-insensitive.
    Case,
    /// Without case, and with `.` as `_`, as Prometheus has it.
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

/// Whether the texts are equal.
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

    /// The slot in a table of `slots` slots, a power of two.
    pub(super) const fn slot(self, slots: usize) -> usize {
        (self.0 ^ (self.0 >> 16)) as usize & (slots - 1)
    }
}

/// The number of bytes to insert, remove, replace or swap with their neighbour to make one text of the other (optimal string
/// alignment).
#[cfg(feature = "catalog")]
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
