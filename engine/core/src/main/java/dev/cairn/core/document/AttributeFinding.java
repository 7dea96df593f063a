package dev.cairn.core.document;

import dev.cairn.api.address.Path;
import dev.cairn.api.diagnostic.Diagnostic;

/// Something that is wrong with attributes.
///
/// @param path of the value that it is about; the root for what is missing at the top
public record AttributeFinding(Path path, Diagnostic diagnostic) {}
