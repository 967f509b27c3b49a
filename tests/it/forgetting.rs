//! The protocol of a full ring that nobody takes, in all of its interleavings.
//!
//! A thread records into its ring and drops what is older when it is full and there is no provider, while another thread
//! sets the provider, binds the instrument and empties the ring, as `record/ring.rs`, `record/rings.rs` and
//! `record/series.rs` do it. Stores of the recorder and of the binder go to store buffers first, as in `interleavings.rs`:
//! total store order, for which no fence is needed beside the exchange. The fences are for weaker memory.

use std::collections::{HashSet, VecDeque};

const LENGTH: u8 = 4;
const BURST: u8 = 1;
const VALUES: u8 = 8;

/// How the protocol is, or how it would fail.
#[derive(Clone, Copy)]
struct Protocol {
    looks: bool,
    /// Whether it is seen afterwards that there still is no provider.
    looks_back: bool,
}

const PROTOCOL: Protocol = Protocol { looks: true, looks_back: true };

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum At {
    Value(u8),
    Written,
    Read,
    Sdk,
    Bound,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Step {
    // The recorder's.
    Push,
    Count,
    HasRoom,
    Look,
    Forget,
    LookBack,
    // The binder's.
    SetProvider,
    SetSdk,
    SetBound,
    // Who empties the ring.
    Open,
    IsBound,
    LoadRead,
    LoadWritten { read: u8 },
    Take { read: u8, written: u8 },
    Close,
    Done,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
struct Memory {
    values: [u8; LENGTH as usize],
    written: u8,
    read: u8,
    sdk: u8,
    bound: u8,
}

impl Memory {
    fn at(&mut self, at: At) -> &mut u8 {
        match at {
            At::Value(n) => &mut self.values[usize::from(n % LENGTH)],
            At::Written => &mut self.written,
            At::Read => &mut self.read,
            At::Sdk => &mut self.sdk,
            At::Bound => &mut self.bound,
        }
    }
}

const RECORDER: usize = 0;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct World {
    memory: Memory,
    stores: [VecDeque<(At, u8)>; 2],
    steps: [Step; 2],
    pushed: u8,
    provider: bool,
    /// The first value that came after the provider.
    since: u8,
    open: Option<usize>,
    handed_on: [u8; VALUES as usize],
    torn: bool,
    forgot: bool,
}

impl World {
    fn new() -> Self {
        Self {
            memory: Memory::default(),
            stores: Default::default(),
            steps: [Step::Push, Step::SetProvider],
            pushed: 0,
            provider: false,
            since: VALUES,
            open: None,
            handed_on: [0; VALUES as usize],
            torn: false,
            forgot: false,
        }
    }

    fn load(&mut self, n: usize, at: At) -> u8 {
        let own = self.stores[n].iter().rev().find(|store| store.0 == at).map(|store| store.1);
        own.unwrap_or_else(|| *self.memory.at(at))
    }

    fn store(&mut self, n: usize, at: At, value: u8) {
        self.stores[n].push_back((at, value));
    }

    /// The oldest store reaches the memory.
    fn flush(mut self, n: usize) -> Option<Self> {
        let (at, value) = self.stores[n].pop_front()?;
        *self.memory.at(at) = value;
        Some(self)
    }

    fn is_full(&mut self) -> bool {
        self.load(RECORDER, At::Written) - self.load(RECORDER, At::Read) > LENGTH - BURST
    }

    fn step(mut self, n: usize, protocol: Protocol) -> Option<Self> {
        let all_stored = self.stores[n].is_empty();
        let step = self.steps[n];
        self.steps[n] = match step {
            Step::Done => return None,
            Step::Push if self.pushed == VALUES => Step::Done,
            Step::Push => {
                self.store(n, At::Value(self.pushed), self.pushed);
                if self.provider {
                    self.since = self.since.min(self.pushed);
                }
                Step::Count
            }
            Step::Count => {
                self.pushed += 1;
                self.store(n, At::Written, self.pushed);
                Step::HasRoom
            }
            Step::HasRoom if !self.is_full() => Step::Push,
            Step::HasRoom if self.load(n, At::Bound) == 1 => Step::Open,
            Step::HasRoom => Step::Look,
            // It is waited for.
            Step::Look if protocol.looks && self.provider => match self.load(n, At::Bound) {
                1 => Step::Open,
                _ => return None,
            },
            Step::Look => Step::Forget,
            Step::Forget if !all_stored => return None,
            Step::Forget => {
                // What the recorder loaded to see that the ring is full was `written` and this.
                if self.is_full() {
                    self.memory.read = self.memory.written;
                    self.forgot = true;
                }
                if protocol.looks_back { Step::LookBack } else { Step::Push }
            }
            Step::LookBack if self.load(n, At::Sdk) == 1 => Step::Open,
            Step::LookBack => Step::Push,
            Step::SetProvider => {
                self.provider = true;
                Step::SetSdk
            }
            Step::SetSdk => {
                self.store(n, At::Sdk, 1);
                Step::SetBound
            }
            Step::SetBound => {
                self.store(n, At::Bound, 1);
                Step::Open
            }
            Step::Open if self.open.is_some() || !all_stored => return None,
            Step::Open => {
                self.open = Some(n);
                Step::IsBound
            }
            Step::IsBound if self.load(n, At::Bound) == 0 => Step::Close,
            Step::IsBound => Step::LoadRead,
            Step::LoadRead => Step::LoadWritten { read: self.load(n, At::Read) },
            Step::LoadWritten { read } => Step::Take { read, written: self.load(n, At::Written) },
            Step::Take { read, written } if read == written => {
                self.store(n, At::Read, read);
                Step::Close
            }
            Step::Take { read, written } => {
                let value = self.load(n, At::Value(read));
                self.torn |= value != read;
                self.handed_on[usize::from(value)] += 1;
                Step::Take { read: read + 1, written }
            }
            Step::Close if !all_stored => return None,
            Step::Close => {
                self.open = None;
                if n == RECORDER { Step::Push } else { Step::Done }
            }
        };
        Some(self)
    }

    /// What is left in the end is taken at the next collection.
    fn is_right(&self) -> bool {
        let mut handed_on = self.handed_on;
        for value in self.memory.read..self.memory.written {
            handed_on[usize::from(value)] += 1;
        }
        let (before, after) = handed_on.split_at(usize::from(self.since));
        !self.torn && before.iter().all(|&times| times <= 1) && after.iter().all(|&times| times == 1)
    }
}

/// Whether it always ends as it should; and whether values were dropped, and whether some came after the provider.
fn explore(protocol: Protocol) -> (bool, bool, bool) {
    let mut seen = HashSet::from([World::new()]);
    let mut open = vec![World::new()];
    let (mut is_right, mut forgets, mut goes_on) = (true, false, false);
    while let Some(world) = open.pop() {
        let steps = (0..2).filter_map(|n| world.clone().step(n, protocol));
        let nexts: Vec<World> = steps.chain((0..2).filter_map(|n| world.clone().flush(n))).collect();
        if nexts.is_empty() {
            assert_eq!(world.steps, [Step::Done; 2], "nobody can go on: {world:?}");
            is_right &= world.is_right();
            forgets |= world.forgot;
            goes_on |= world.forgot && world.since < VALUES;
        }
        for next in nexts {
            if !seen.contains(&next) {
                seen.insert(next.clone());
                open.push(next);
            }
        }
    }
    (is_right, forgets, goes_on)
}

#[test]
fn what_comes_after_a_provider_is_handed_on_once_and_what_came_before_at_most_once() {
    assert_eq!(explore(PROTOCOL), (true, true, true));
}

/// That the model can fail: each part of the protocol is needed.
#[test]
fn without_any_part_of_it_values_are_lost_or_handed_on_twice() {
    for protocol in [Protocol { looks: false, ..PROTOCOL }, Protocol { looks_back: false, ..PROTOCOL }] {
        assert!(!explore(protocol).0);
    }
}
