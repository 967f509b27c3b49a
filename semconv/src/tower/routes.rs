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
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::Routes;

    #[test]
    fn threads_that_come_at_once_are_held_to_the_bound() {
        // Now and then both have looked for their route before one of them has the lock. A thread that waits spins, as two that
        // are woken come one after the other.
        let all: Vec<_> = (0..20_000).map(|_| (Routes::new(1), AtomicUsize::new(0))).collect();
        std::thread::scope(|scope| {
            for own in ["/a", "/b"] {
                let all = &all;
                scope.spawn(move || {
                    for (routes, here) in all {
                        here.fetch_add(1, Ordering::SeqCst);
                        while here.load(Ordering::SeqCst) < 2 {
                            std::thread::yield_now();
                        }
                        routes.admit(own);
                    }
                });
            }
        });
        for (routes, _) in &all {
            let told_apart = ["/a", "/b"].iter().filter(|own| &*routes.admit(own) != "_OTHER").count();
            assert_eq!(told_apart, 1);
        }
        assert_eq!(&*Routes::new(0).admit("/"), "_OTHER");
    }
}
