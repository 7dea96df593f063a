/// State on a branch of a git repository, and what apply asks of the sources beside it.
@NullMarked
package dev.cairn.state.git;

import org.jspecify.annotations.NullMarked;
