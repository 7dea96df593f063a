/// Problems as values: code, place, reason and way out.
@NullMarked
package dev.cairn.api.diagnostic;

import org.jspecify.annotations.NullMarked;
