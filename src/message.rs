//! `Message`: a text that is put together in const evaluation, where nothing can be formatted.
// Used by `attribute`, `catalog`, `declare`, `group`, `instrument`, `unit`.

/// A text of at most `MOST` bytes. The rest is cut off.
#[derive(Clone, Copy)]
pub(crate) struct Message {
    bytes: [u8; Self::MOST],
    len: usize,
}

impl Message {
    /// Enough for two names of 255 characters each and a sentence around them.
    const MOST: usize = 1024;

    pub(crate) const fn of(parts: &[&str]) -> Self {
        let mut message = Self { bytes: [0; Self::MOST], len: 0 };
        let mut i = 0;
        while i < parts.len() {
            message = message.and(parts[i].as_bytes());
            i += 1;
        }
        message
    }

    const fn and(mut self, part: &[u8]) -> Self {
        let mut i = 0;
        while i < part.len() && self.len < Self::MOST {
            self.bytes[self.len] = part[i];
            self.len += 1;
            i += 1;
        }
        self
    }

    pub(crate) const fn as_str(&self) -> &str {
        let mut text = self.bytes.split_at(self.len).0;
        loop {
            match core::str::from_utf8(text) {
                Ok(text) => return text,
                // The cut was within a character.
                Err(error) => text = text.split_at(error.valid_up_to()).0,
            }
        }
    }
}
