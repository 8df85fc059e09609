use super::FieldSpec;

/// The rows of one file.
pub(super) type Table = &'static [&'static FieldSpec];

/// At least twice the names of every index, and a power of two.
const SLOTS: usize = 1024;

/// Finds rows by any of their names.
///
/// The parser asks for every key it meets, hence a hash table and not a search; it is made while
/// compiling.
pub(super) struct Index {
    tables: &'static [Table],
    /// The table, counted from one, and the row; zero is free.
    slots: [(u8, u8); SLOTS],
}

impl Index {
    /// Where two rows share a name the first one has it.
    pub(super) const fn new(tables: &'static [Table]) -> Self {
        let mut slots = [(0, 0); SLOTS];
        let mut table: u8 = 1;
        let mut names = 0;
        let mut rest = tables;
        while let [rows, next @ ..] = rest {
            let mut row: u8 = 0;
            let mut rows = *rows;
            while let [spec, others @ ..] = rows {
                insert(&mut slots, spec.name, (table, row));
                names += 1 + spec.aliases.len();
                let mut aliases = spec.aliases;
                while let [alias, more @ ..] = aliases {
                    insert(&mut slots, alias, (table, row));
                    aliases = more;
                }
                rows = others;
                row += 1;
            }
            rest = next;
            table += 1;
        }
        assert!(2 * names <= SLOTS, "an index needs more slots");
        Self { tables, slots }
    }

    /// Returns the first row that has this name or alias.
    pub(super) fn get(&self, name: &str) -> Option<&'static FieldSpec> {
        let mut slot = hash(name.as_bytes());
        loop {
            let (table, row) = *self.slots.get(slot)?;
            let rows = self.tables.get(usize::from(table.checked_sub(1)?))?;
            let spec = rows.get(usize::from(row))?;
            if spec.name == name || spec.aliases.contains(&name) {
                return Some(spec);
            }
            slot = (slot + 1) % SLOTS;
        }
    }

    /// Says whether the row is one of the first table.
    pub(super) fn is_own(&self, spec: &FieldSpec) -> bool {
        let own = self.tables.first();
        own.is_some_and(|rows| rows.iter().any(|row| std::ptr::eq(*row, spec)))
    }

    /// Returns every row, also one whose name an earlier row has.
    pub(super) fn all(&self) -> impl Iterator<Item = &'static FieldSpec> {
        self.tables.iter().flat_map(|rows| rows.iter().copied())
    }

    /// Returns every row once: own ones first.
    pub(super) fn rows(&'static self) -> impl Iterator<Item = &'static FieldSpec> {
        self.all().filter(|row| {
            self.get(row.name)
                .is_some_and(|first| std::ptr::eq(first, *row))
        })
    }
}

/// Names that collide, also the same one of a later row, go to the next free slot.
#[allow(
    clippy::indexing_slicing,
    reason = "evaluated while compiling, and the slot is below the length"
)]
const fn insert(slots: &mut [(u8, u8); SLOTS], name: &str, entry: (u8, u8)) {
    let mut slot = hash(name.as_bytes());
    while slots[slot].0 != 0 {
        slot = (slot + 1) % SLOTS;
    }
    slots[slot] = entry;
}

/// Mixes the length with a few bytes, which tell names apart well enough.
const fn hash(name: &[u8]) -> usize {
    let len = name.len();
    let (first, last) = match name {
        [first, .., last] => (*first as usize, *last as usize),
        [only] => (*only as usize, 0),
        [] => (0, 0),
    };
    let (_, half) = name.split_at(len / 2);
    let middle = match half {
        [byte, ..] => *byte as usize,
        [] => 0,
    };
    (len * 31 + first * 7 + middle * 131 + last * 61) % SLOTS
}
