/// Every provider keeps the contract of providers, with its real schemas, and the simulated
/// provider can do what the real ones declare.
@NullMarked
package dev.cairn.acceptance.contract;

import org.jspecify.annotations.NullMarked;
