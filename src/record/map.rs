//! `Map`: a hash map that a constant can make. A B-tree takes five times as much code of each type.
// Used by `built_metrics`, `collect`, `discovery`, `fasts`, `reports`.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher, Hash};

/// Its keys are addresses, and names of declarations. A program that takes names from outside has to bound them anyway, as the SDK keeps
/// each. So the hash needs no random key.
pub(super) type Map<K, V> = HashMap<K, V, BuildHasherDefault<DefaultHasher>>;

/// Removes an entry, and gives memory back that a map of this size does not need.
pub(super) fn remove<K: Eq + Hash, V>(map: &mut Map<K, V>, key: &K) {
    map.remove(key);
    if map.capacity() > 8 * (map.len() + 1) {
        map.shrink_to(2 * map.len());
    }
}

pub(super) const fn new<K, V>() -> Map<K, V> {
    HashMap::with_hasher(BuildHasherDefault::new())
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_map_whose_entries_were_removed_keeps_no_memory_for_them() {
        let mut map = super::new();
        map.extend((0..1000).map(|n| (n, n)));
        (0..999).for_each(|n| super::remove(&mut map, &n));
        assert!(map.capacity() < 32, "{}", map.capacity());
        assert_eq!(map.get(&999), Some(&999));
    }
}
