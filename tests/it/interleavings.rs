//! The protocol of the cells and of their binding, in all of its interleavings.
//!
//! Two threads record while a third binds and collects, as `record/cells.rs` and `record/global.rs` do it. Each store
//! first goes to its thread's store buffer, from where it reaches the memory at any later time, in order (*total store
//! order*): so a load may overtake a store, which is just what the record path does without a fence. A state is
//! everything there is; from each, all steps that are possible are taken, and in the end nothing is lost and nothing is
//! counted twice.

use std::collections::HashSet;

/// Where the memory is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum At {
    /// A recorder's cell, which it alone stores to.
    Cell(usize),
    /// How the instrument stands: [`WAITING`], [`HOOKED`] or [`DIRECT`].
    State,
}

const WAITING: u8 = 0;
const HOOKED: u8 = 1;
const DIRECT: u8 = 2;

const RECORDERS: usize = 2;

/// How often each recorder adds one.
const ADDS: u8 = 2;

/// A thread that records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Recorder {
    step: Step,
    left: u8,
    /// What it has loaded.
    cell: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Step {
    /// Looks how the instrument stands.
    Look,
    /// Loads its cell.
    Load {
        state: u8,
    },
    /// Stores its cell plus one.
    Store {
        state: u8,
    },
    /// Looks again, having stored while it waited.
    LookAgain,
    /// Collects one cell after the other, under the ledger.
    Collect {
        next: usize,
    },
    /// Measures directly, under the ledger.
    Direct,
    Done,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Binder {
    /// Stores that it is bound.
    Bind,
    /// Takes the ledger, and collects one cell after the other.
    Open {
        times: u8,
    },
    Collect {
        next: usize,
        times: u8,
    },
    Done,
}

/// How the protocol is, or how it would fail.
#[derive(Clone, Copy)]
struct Protocol {
    bound: u8,
    /// Whether the last collection comes when all has arrived: the hook, or the settling.
    settles: bool,
    /// Whether who collects keeps in mind what it has handed on.
    remembers: bool,
    /// Whether a recorder that waited looks again.
    looks_again: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct World {
    cells: [u8; RECORDERS],
    state: u8,
    sent: [u8; RECORDERS],
    /// What the SDK got.
    total: u8,
    ledger: Option<usize>,
    recorders: [Recorder; RECORDERS],
    binder: Binder,
    /// What each thread has stored and nobody else sees yet; the binder's is the last.
    buffers: [Vec<(At, u8)>; RECORDERS + 1],
}

const BINDER: usize = RECORDERS;

impl World {
    fn new() -> Self {
        let recorder = Recorder { step: Step::Look, left: ADDS, cell: 0 };
        Self {
            cells: [0; RECORDERS],
            state: WAITING,
            sent: [0; RECORDERS],
            total: 0,
            ledger: None,
            recorders: [recorder; RECORDERS],
            binder: Binder::Bind,
            buffers: Default::default(),
        }
    }

    /// A thread sees what it has stored last, and else the memory.
    fn load(&self, thread: usize, at: At) -> u8 {
        let own = self.buffers[thread].iter().rev().find(|(stored, _)| *stored == at);
        own.map_or_else(|| self.memory(at), |(_, value)| *value)
    }

    fn memory(&self, at: At) -> u8 {
        match at {
            At::Cell(cell) => self.cells[cell],
            At::State => self.state,
        }
    }

    fn store(&mut self, thread: usize, at: At, value: u8) {
        self.buffers[thread].push((at, value));
    }

    /// The oldest store of a thread arrives.
    fn arrive(&self, thread: usize) -> Option<Self> {
        let mut next = self.clone();
        if next.buffers[thread].is_empty() {
            return None;
        }
        match next.buffers[thread].remove(0) {
            (At::Cell(cell), value) => next.cells[cell] = value,
            (At::State, value) => next.state = value,
        }
        Some(next)
    }

    /// To take a lock, and to leave it, is a locked instruction: what was stored has arrived.
    fn lock(&mut self, thread: usize) -> bool {
        if self.ledger.is_some() || !self.buffers[thread].is_empty() {
            return false;
        }
        self.ledger = Some(thread);
        true
    }

    fn hand_on(&mut self, thread: usize, cell: usize, protocol: Protocol) {
        let new = self.load(thread, At::Cell(cell)) - self.sent[cell];
        self.total += new;
        if protocol.remembers {
            self.sent[cell] += new;
        }
    }

    fn record(&self, n: usize, protocol: Protocol) -> Option<Self> {
        let mut next = self.clone();
        let Recorder { step, left, cell } = self.recorders[n];
        let again = |left: u8| if left > 0 { Step::Look } else { Step::Done };
        next.recorders[n] = match step {
            Step::Done => return None,
            Step::Look => match self.load(n, At::State) {
                DIRECT => Recorder { step: Step::Direct, left, cell },
                state => Recorder { step: Step::Load { state }, left, cell },
            },
            Step::Load { state } => Recorder { step: Step::Store { state }, left, cell: self.load(n, At::Cell(n)) },
            Step::Store { state } => {
                next.store(n, At::Cell(n), cell + 1);
                let left = left - 1;
                let looks = state == WAITING && protocol.looks_again;
                Recorder { step: if looks { Step::LookAgain } else { again(left) }, left, cell }
            }
            Step::LookAgain if self.load(n, At::State) == DIRECT => {
                if !next.lock(n) {
                    return None;
                }
                Recorder { step: Step::Collect { next: 0 }, left, cell }
            }
            Step::LookAgain => Recorder { step: again(left), left, cell },
            Step::Collect { next: RECORDERS } => {
                next.ledger = None;
                Recorder { step: again(left), left, cell }
            }
            Step::Collect { next: at } => {
                next.hand_on(n, at, protocol);
                Recorder { step: Step::Collect { next: at + 1 }, left, cell }
            }
            Step::Direct => {
                if self.ledger.is_some() || !self.buffers[n].is_empty() {
                    return None;
                }
                next.total += 1;
                Recorder { step: again(left - 1), left: left - 1, cell }
            }
        };
        Some(next)
    }

    fn bind(&self, protocol: Protocol) -> Option<Self> {
        let mut next = self.clone();
        next.binder = match self.binder {
            Binder::Done => return None,
            Binder::Bind => {
                next.store(BINDER, At::State, protocol.bound);
                Binder::Open { times: 0 }
            }
            Binder::Open { times } => {
                // The last time, all that was recorded has arrived: a provider that shuts down collects once more, and
                // who settles has waited for much longer than a store takes. Who records later sees that it is bound.
                let arrived = |n: usize| self.buffers[n].is_empty();
                let settled = if protocol.bound == HOOKED {
                    self.recorders.iter().all(|recorder| recorder.step == Step::Done) && (0..RECORDERS).all(arrived)
                } else {
                    (0..RECORDERS).all(arrived)
                };
                if (times == 1 && !settled) || !next.lock(BINDER) {
                    return None;
                }
                Binder::Collect { next: 0, times }
            }
            Binder::Collect { next: RECORDERS, times } => {
                next.ledger = None;
                if times == 0 && protocol.settles { Binder::Open { times: 1 } } else { Binder::Done }
            }
            Binder::Collect { next: at, times } => {
                next.hand_on(BINDER, at, protocol);
                Binder::Collect { next: at + 1, times }
            }
        };
        Some(next)
    }

    fn steps(&self, protocol: Protocol) -> impl Iterator<Item = Self> {
        let arrivals = (0..=RECORDERS).filter_map(|thread| self.arrive(thread));
        let records = (0..RECORDERS).filter_map(move |n| self.record(n, protocol));
        arrivals.chain(records).chain(self.bind(protocol))
    }
}

/// The totals that the SDK can have in the end, and how many states there are.
fn explore(protocol: Protocol) -> (HashSet<u8>, usize) {
    let mut seen = HashSet::from([World::new()]);
    let mut open = vec![World::new()];
    let mut totals = HashSet::new();
    while let Some(world) = open.pop() {
        let mut stuck = true;
        for next in world.steps(protocol) {
            stuck = false;
            if seen.insert(next.clone()) {
                open.push(next);
            }
        }
        if stuck {
            let done = world.recorders.iter().all(|recorder| recorder.step == Step::Done);
            assert!(done && world.binder == Binder::Done, "nobody can go on: {world:?}");
            totals.insert(world.total);
        }
    }
    (totals, seen.len())
}

const PROTOCOL: Protocol = Protocol { bound: HOOKED, settles: true, remembers: true, looks_again: true };

const ALL: u8 = RECORDERS as u8 * ADDS;

#[test]
fn nothing_is_lost_or_counted_twice_while_a_hook_is_bound() {
    let (totals, states) = explore(PROTOCOL);
    assert_eq!(totals, HashSet::from([ALL]), "in {states} states");
    assert!(states > 1000, "{states}");
}

#[test]
fn nothing_is_lost_or_counted_twice_while_what_has_no_hook_is_bound() {
    let (totals, states) = explore(Protocol { bound: DIRECT, ..PROTOCOL });
    assert_eq!(totals, HashSet::from([ALL]), "in {states} states");
    assert!(states > 1000, "{states}");
}

/// That the model can fail: each part of the protocol is needed.
#[test]
fn without_any_part_of_it_something_is_lost_or_counted_twice() {
    let direct = Protocol { bound: DIRECT, ..PROTOCOL };
    for broken in [
        Protocol { settles: false, ..PROTOCOL },
        Protocol { settles: false, ..direct },
        Protocol { looks_again: false, ..direct },
        Protocol { remembers: false, ..PROTOCOL },
    ] {
        assert_ne!(explore(broken).0, HashSet::from([ALL]));
    }
}
