//! The protocol of the thread that is alone, in all of its interleavings.
//!
//! Two threads record into rings, which they empty under the ledger, as `record/rings.rs` and `record/lone.rs` do it. A
//! thread that emptied its ring twice while the other one did not hands its values on at once, from an allowance that the
//! ledger gave it, and leaves when it sees that the other one has come. From each state all steps that are possible are
//! taken. What only one thread writes only that thread reads, so that each step is what it is in memory, too.

use std::collections::HashSet;

const THREADS: usize = 2;

/// How many values of one each thread has.
const VALUES: u8 = 5;

const ALLOWANCE: u8 = 2;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Step {
    /// Looks whether it is alone.
    Look,
    /// Looks whether it still is, and takes the value from its allowance.
    Spend,
    /// Hands the value on itself.
    HandOn,
    /// Gives back under the ledger what it has left.
    GiveBack,
    /// Says that nobody is alone.
    Leave,
    /// Puts the value into its ring.
    Push,
    /// Empties its ring under the ledger.
    Empty,
    /// Sees whether it was the last one to do so, who is alone, and what follows; with the ledger open.
    Compare,
    /// Has the one who is alone leave.
    Evict,
    /// Is alone.
    Stay,
    /// Closes the ledger.
    Close,
    Done,
}

/// How the protocol is, or how it would fail.
#[derive(Clone, Copy)]
struct Protocol {
    /// What can be handed on in all.
    max: u8,
    enters_the_allowance: bool,
    gives_back: bool,
    evicts: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct World {
    steps: [Step; THREADS],
    values: [u8; THREADS],
    rings: [u8; THREADS],
    place: Option<usize>,
    company: bool,
    /// Of the one that is alone.
    left: u8,
    last: Option<usize>,
    again: bool,
    ledger: u8,
    open: Option<usize>,
    handed_on: u8,
    refused: u8,
    /// How many values were handed on by a thread itself, and whether one had to leave: that this is tried at all.
    alone: bool,
    left_company: bool,
}

impl World {
    fn new() -> Self {
        Self {
            steps: [Step::Look; THREADS],
            values: [VALUES; THREADS],
            rings: [0; THREADS],
            place: None,
            company: false,
            left: 0,
            last: None,
            again: false,
            ledger: 0,
            open: None,
            handed_on: 0,
            refused: 0,
            alone: false,
            left_company: false,
        }
    }

    /// A value is where it belongs.
    fn next_value(&mut self, n: usize) {
        self.values[n] -= 1;
        self.steps[n] = if self.values[n] > 0 { Step::Look } else { Step::Done };
    }

    fn step(mut self, n: usize, protocol: Protocol) -> Option<Self> {
        let is_here = self.place == Some(n);
        match self.steps[n] {
            Step::Done => return None,
            Step::Look => self.steps[n] = if is_here { Step::Spend } else { Step::Push },
            Step::Spend if self.left > 0 && !self.company => {
                self.left -= 1;
                self.steps[n] = Step::HandOn;
            }
            Step::Spend => {
                self.left_company |= self.company;
                self.steps[n] = Step::GiveBack;
            }
            Step::HandOn => {
                self.handed_on += 1;
                self.alone = true;
                self.next_value(n);
            }
            Step::GiveBack if self.open.is_some() => return None,
            Step::GiveBack => {
                if protocol.gives_back {
                    self.ledger -= self.left;
                }
                self.left = 0;
                self.steps[n] = Step::Leave;
            }
            Step::Leave => {
                (self.place, self.company) = (None, false);
                self.steps[n] = Step::Push;
            }
            Step::Push => {
                self.rings[n] += 1;
                self.steps[n] = Step::Empty;
            }
            Step::Empty if self.open.is_some() => return None,
            Step::Empty => {
                self.open = Some(n);
                for _ in 0..std::mem::take(&mut self.rings[n]) {
                    if self.ledger < protocol.max {
                        self.ledger += 1;
                        self.handed_on += 1;
                    } else {
                        self.refused += 1;
                    }
                }
                self.steps[n] = Step::Compare;
            }
            Step::Compare => {
                self.steps[n] = if self.last != Some(n) {
                    (self.last, self.again) = (Some(n), false);
                    if self.place.is_some() && protocol.evicts { Step::Evict } else { Step::Close }
                } else if !self.again {
                    self.again = true;
                    Step::Close
                } else if self.place.is_none() && self.ledger + ALLOWANCE <= protocol.max {
                    if protocol.enters_the_allowance {
                        self.ledger += ALLOWANCE;
                    }
                    Step::Stay
                } else {
                    Step::Close
                };
            }
            Step::Evict => {
                // The bit does nothing to nobody.
                self.company |= self.place.is_some();
                self.steps[n] = Step::Close;
            }
            Step::Stay => {
                (self.left, self.place) = (ALLOWANCE, Some(n));
                self.steps[n] = Step::Close;
            }
            Step::Close => {
                self.open = None;
                self.next_value(n);
            }
        }
        Some(self)
    }
}

/// How it can end: what is handed on, what is refused, what is entered beside that and the allowance that is left; and
/// whether somebody was alone, and had to leave.
fn explore(protocol: Protocol) -> HashSet<(u8, u8, i16, bool, bool)> {
    let mut seen = HashSet::from([World::new()]);
    let mut open = vec![World::new()];
    let mut ends = HashSet::new();
    while let Some(world) = open.pop() {
        let mut stuck = true;
        for next in (0..THREADS).filter_map(|n| world.step(n, protocol)) {
            stuck = false;
            if seen.insert(next) {
                open.push(next);
            }
        }
        if stuck {
            assert_eq!(world.steps, [Step::Done; THREADS], "nobody can go on: {world:?}");
            let beside = i16::from(world.ledger) - i16::from(world.handed_on) - i16::from(world.left);
            ends.insert((world.handed_on, world.refused, beside, world.alone, world.left_company));
        }
    }
    ends
}

const PROTOCOL: Protocol = Protocol { max: 20, enters_the_allowance: true, gives_back: true, evicts: true };

const ALL: u8 = THREADS as u8 * VALUES;

#[test]
fn each_value_is_handed_on_or_refused_and_each_is_entered_once() {
    for max in 1..=20 {
        let ends = explore(Protocol { max, ..PROTOCOL });
        for &(handed_on, refused, beside, ..) in &ends {
            assert_eq!((handed_on + refused, beside), (ALL, 0), "within {max}");
            // What another thread may still hand on itself is kept for it.
            assert!(handed_on <= max && handed_on + ALLOWANCE >= max.min(ALL), "{handed_on} within {max}");
        }
    }
    let ends = explore(PROTOCOL);
    assert!(ends.iter().any(|end| end.3) && ends.iter().any(|end| end.4), "nobody was alone and had to leave");
    assert!(ends.iter().all(|end| end.1 == 0));
}

/// That the model can fail: each part of the protocol is needed.
#[test]
fn without_any_part_of_it_totals_pass_their_bound_or_the_ledger_is_wrong() {
    let passes = |protocol: Protocol| {
        explore(protocol).iter().any(|end| end.0 > protocol.max || end.2 != 0 || end.0 + end.1 != ALL)
    };
    assert!(!passes(Protocol { max: 8, ..PROTOCOL }));
    assert!(passes(Protocol { max: 8, enters_the_allowance: false, gives_back: false, ..PROTOCOL }));
    assert!(passes(Protocol { max: 8, gives_back: false, ..PROTOCOL }));
    // Who is not told that others came stays alone: nothing is lost, it is only slow.
    let stays = explore(Protocol { evicts: false, ..PROTOCOL });
    assert!(stays.iter().all(|end| !end.4));
}
