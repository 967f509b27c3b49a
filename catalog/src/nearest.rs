//! Finds the name that may be meant by an unknown one.
// Used by `check`, `registry`, `renamed`.

/// The most similar name, if at most a quarter of the letters differ.
pub(crate) fn nearest<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest_within(name, names, (name.chars().count() / 4).max(1))
}

/// The most similar name, if at most `most` letters differ.
pub(crate) fn nearest_within<'a>(
    name: &str,
    names: impl IntoIterator<Item = &'a str>,
    mut most: usize,
) -> Option<&'a str> {
    let mut rows = Rows::default();
    let mut nearest: Option<(usize, &str)> = None;
    for other in names {
        let Some(distance) = rows.distance_of(name, other, most) else { continue };
        // Of several equally similar names, the first in alphabetical order.
        if nearest.is_none_or(|known| (distance, other) < known) {
            (nearest, most) = (Some((distance, other)), distance);
        }
    }
    nearest.map(|(_, other)| other)
}

/// Three rows of a table of distances, kept from one comparison to the next.
#[derive(Default)]
struct Rows {
    before: Vec<usize>,
    row: Vec<usize>,
    next: Vec<usize>,
}

impl Rows {
    fn distance_of(&mut self, one: &str, other: &str, most: usize) -> Option<usize> {
        if one.is_ascii() && other.is_ascii() {
            return self.distance(one.as_bytes(), other.as_bytes(), most);
        }
        let letters = |text: &str| text.chars().collect::<Vec<_>>();
        self.distance(&letters(one), &letters(other), most)
    }

    /// The number of letters to add, remove, change or swap with the next to get from one to the other; `None` if it is more than
    /// `most`.
    ///
    /// A catalogue has thousands of names, many of which share a beginning and an end. So common beginnings and ends are left
    /// out, only the cells that can lead to `most` or fewer are computed, and the comparison stops when no cell of a row can.
    fn distance<T: PartialEq>(&mut self, one: &[T], other: &[T], most: usize) -> Option<usize> {
        if one.len().abs_diff(other.len()) > most {
            return None;
        }
        let start = one.iter().zip(other).take_while(|(a, b)| a == b).count();
        let (one, other) = (&one[start..], &other[start..]);
        let end = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
        let (one, other) = (&one[..one.len() - end], &other[..other.len() - end]);

        let (beyond, width) = (most + 1, other.len() + 1);
        for row in [&mut self.before, &mut self.row, &mut self.next] {
            row.clear();
            row.resize(width, beyond);
        }
        self.row.iter_mut().enumerate().for_each(|(at, cell)| *cell = at);
        for i in 1..=one.len() {
            // Outside of these, more letters than `most` are added or removed.
            let (first, last) = (i.saturating_sub(most), (i + most).min(other.len()));
            let mut least = beyond;
            self.next.fill(beyond);
            for j in first..=last {
                self.next[j] = if j == 0 {
                    i
                } else {
                    let changed = self.row[j - 1] + usize::from(one[i - 1] != other[j - 1]);
                    let swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
                    let swapped = if swapped { self.before[j - 2] + 1 } else { beyond };
                    changed.min(swapped).min(self.row[j] + 1).min(self.next[j - 1] + 1)
                };
                least = least.min(self.next[j]);
            }
            // A swap refers to the row before the last, and costs one.
            if least > most && self.row.iter().all(|cell| *cell >= most) {
                return None;
            }
            std::mem::swap(&mut self.before, &mut self.row);
            std::mem::swap(&mut self.row, &mut self.next);
        }
        Some(self.row[other.len()]).filter(|distance| *distance <= most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_added_left_out_changed_and_swapped() {
        let of = |one: &str, other: &str, most| Rows::default().distance_of(one, other, most);
        for (one, other, expected) in [
            ("a", "a", 0),
            ("queue", "queued", 1),
            ("breif", "brief", 1),
            ("", "abc", 3),
            ("größe", "grösse", 2),
            ("kitten", "sitting", 3),
            ("abcdef", "badcfe", 3),
        ] {
            for (one, other) in [(one, other), (other, one)] {
                assert_eq!(of(one, other, expected), Some(expected), "{one} {other}");
                assert_eq!(of(one, other, expected + 3), Some(expected), "{one} {other}");
                assert!(expected == 0 || of(one, other, expected - 1).is_none(), "{one} {other}");
            }
        }
    }

    #[test]
    fn the_nearest_is_the_one_with_the_fewest_others() {
        assert_eq!(nearest("error.typ", ["error.types", "error.type", "http.type"]), Some("error.type"));
        assert_eq!(nearest("shop_sent_bytes", ["shop_read_bytes", "node_load1"]), Some("shop_read_bytes"));
        assert_eq!(nearest("shop_sent_bytes", ["node_load1", ""]), None);
        assert_eq!(nearest("a", ["c", "b"]), Some("b"));
    }
}
