//! `Map`: a hash map that a constant can make. A B-tree takes five times as much code of each type.
// Used by `built_metrics`, `collect`, `discovery`, `fasts`, `reports`.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher};

/// Its keys are addresses and names of declarations, which nobody outside of the program chooses: so the hash needs no random key.
pub(super) type Map<K, V> = HashMap<K, V, BuildHasherDefault<DefaultHasher>>;

pub(super) const fn new<K, V>() -> Map<K, V> {
    HashMap::with_hasher(BuildHasherDefault::new())
}
