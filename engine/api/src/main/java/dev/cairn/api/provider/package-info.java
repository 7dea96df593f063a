/// What a provider implements: resource types (pure) and sessions (remote).
@NullMarked
package dev.cairn.api.provider;

import org.jspecify.annotations.NullMarked;
