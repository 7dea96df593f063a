/// In which order the steps of a plan may run, derived once from facts about objects: what they
/// need, what they refer to, which keys they hold.
@NullMarked
package dev.cairn.core.plan.order;

import org.jspecify.annotations.NullMarked;
