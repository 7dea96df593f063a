/// Sessions with providers, one for each scope.
@NullMarked
package dev.cairn.core.provider;

import org.jspecify.annotations.NullMarked;
