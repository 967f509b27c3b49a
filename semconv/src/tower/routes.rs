//! `Routes`: the distinct routes, within a limit on their number.
// Used by `layer`.

use std::collections::HashSet;
use std::sync::{Arc, PoisonError, RwLock};

#[derive(Debug)]
pub(super) struct Routes {
    most: usize,
    known: RwLock<HashSet<Arc<str>>>,
    /// The value for all routes beyond the limit.
    other: Arc<str>,
}

impl Routes {
    pub(super) fn new(most: usize) -> Self {
        Self { most, known: RwLock::default(), other: "_OTHER".into() }
    }

    pub(super) const fn most(&self) -> usize {
        self.most
    }

    /// Returns the route, or `_OTHER` if the limit is exceeded. Known routes, and all routes once the limit is reached, need a
    /// read lock only.
    pub(super) fn admit(&self, route: &str) -> Arc<str> {
        let admitted = |known: &HashSet<Arc<str>>| match known.get(route) {
            Some(known) => Some(Arc::clone(known)),
            None => (known.len() >= self.most).then(|| Arc::clone(&self.other)),
        };
        if let Some(admitted) = admitted(&self.known.read().unwrap_or_else(PoisonError::into_inner)) {
            return admitted;
        }
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        // Another thread may have been faster.
        admitted(&known).unwrap_or_else(|| {
            let new: Arc<str> = route.into();
            known.insert(Arc::clone(&new));
            new
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;

    use super::Routes;

    #[test]
    fn threads_that_come_at_once_are_held_to_the_bound() {
        let (routes, start) = (Routes::new(10), Barrier::new(4));
        std::thread::scope(|scope| {
            for thread in 0..4 {
                let (routes, start) = (&routes, &start);
                scope.spawn(move || {
                    start.wait();
                    for n in 0..100 {
                        routes.admit(&format!("/{}", (n + thread * 7) % 30));
                    }
                });
            }
        });
        let told_apart = (0..30).filter(|n| &*routes.admit(&format!("/{n}")) != "_OTHER").count();
        assert_eq!(told_apart, 10);
        assert_eq!(&*Routes::new(0).admit("/"), "_OTHER");
    }
}
