/// A marketplace to try Parley with: vendors, products, accounts, and tokens for any of them.
@NullMarked
package io.parley.standalone.demo;

import org.jspecify.annotations.NullMarked;
