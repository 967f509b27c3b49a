//! A page of the guide for rustdoc: its links lead to modules, and its pictures are embedded.
// No other module uses it.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::TokenStream;
use quote::quote;
use syn::LitStr;

pub fn page(input: TokenStream) -> syn::Result<TokenStream> {
    let path: LitStr = syn::parse2(input)?;
    let error = |error: std::io::Error| syn::Error::new(path.span(), format!("{}: {error}", path.value()));
    let root = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
    let file = root.join(path.value());
    let text = fs::read_to_string(&file).map_err(error)?;
    let page = Page { folder: file.parent().unwrap_or(&root), is_index: file.ends_with("README.md") };
    let text = page.rewritten(&text).map_err(error)?;
    Ok(quote!(#text))
}

struct Page<'a> {
    folder: &'a Path,
    /// Whether the page is the index, whose module contains those of the other pages.
    is_index: bool,
}

impl Page<'_> {
    /// The page with its links rewritten, except in code.
    fn rewritten(&self, text: &str) -> std::io::Result<String> {
        let mut page = String::with_capacity(text.len());
        let mut is_code = false;
        for line in text.split_inclusive('\n') {
            let fence = line.starts_with("```");
            is_code ^= fence;
            if is_code || fence { page.push_str(line) } else { self.line(line, &mut page)? }
        }
        Ok(page)
    }

    fn line(&self, mut line: &str, page: &mut String) -> std::io::Result<()> {
        while let Some((before, rest)) = line.split_once("](") {
            let Some((target, after)) = rest.split_once(')') else { break };
            let (start, text) = before.rsplit_once('[').unwrap_or(("", before));
            page.push_str(start);
            match self.target(target)? {
                Some(target) => page.push_str(&format!("[{text}]({target})")),
                None => page.push_str(text),
            }
            line = after;
        }
        page.push_str(line);
        Ok(())
    }

    /// The target of a link in rustdoc; `None` if it is not part of the documentation.
    fn target(&self, target: &str) -> std::io::Result<Option<String>> {
        if target.starts_with('#') || target.contains("://") {
            return Ok(Some(target.to_owned()));
        }
        if target.ends_with(".svg") {
            let picture = fs::read(self.folder.join(target))?;
            return Ok(Some(format!("data:image/svg+xml;base64,{}", base64(&picture))));
        }
        let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
        let anchor = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
        let up = if self.is_index { "" } else { "../" };
        Ok(match file.strip_suffix(".md") {
            Some(name) if name.contains('/') => None,
            Some("README") => Some(format!("{up}index.html{anchor}")),
            Some(name) => Some(format!("{up}{}/index.html{anchor}", name.replace('-', "_"))),
            None => None,
        })
    }
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |i: usize| u32::from(chunk.get(i).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..4 {
            let index = (bits >> (18 - 6 * digit)) as usize & 63;
            text.push(if digit <= chunk.len() { DIGITS[index] as char } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_modules() {
        let page = Page { folder: Path::new("."), is_index: false };
        let text = "See [units](units.md#a), [b](quick-start.md), [c](../x.rs), [d](https://e.org/f) and [g](#h).\n";
        assert_eq!(
            page.rewritten(text).unwrap(),
            "See [units](../units/index.html#a), [b](../quick_start/index.html), c, [d](https://e.org/f) and [g](#h).\n"
        );
        let index = Page { folder: Path::new("."), is_index: true };
        assert_eq!(index.rewritten("[a](b.md) [c](d.md)").unwrap(), "[a](b/index.html) [c](d/index.html)");
    }

    #[test]
    fn code_is_left_as_it_is() {
        let page = Page { folder: Path::new("."), is_index: false };
        let text = "```rust\n[a](b.md)\n```\n";
        assert_eq!(page.rewritten(text).unwrap(), text);
    }

    #[test]
    fn base64_pads() {
        assert_eq!(
            ["", "f", "fo", "foo", "foob"].map(|text| base64(text.as_bytes())),
            ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg=="]
        );
    }
}
