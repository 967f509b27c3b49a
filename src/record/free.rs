//! `Free`: numbers that were given back and are taken again, by how many of them lie side by side.
// Used by `store::open`, `thread_counters`.

#[derive(Debug)]
pub(super) struct Free(Vec<(usize, Vec<usize>)>);

impl Free {
    pub(super) const fn new() -> Self {
        Self(Vec::new())
    }

    /// The first of this number of them, if the same number was given back at once.
    pub(super) fn take(&mut self, number: usize) -> Option<usize> {
        self.0.iter_mut().find(|(of, _)| *of == number)?.1.pop()
    }

    pub(super) fn give_back(&mut self, first: usize, number: usize) {
        match self.0.iter_mut().find(|(of, _)| *of == number) {
            Some((_, firsts)) => firsts.push(first),
            None => self.0.push((number, vec![first])),
        }
    }
}
