/// What people do with Parley while its processes die, and whether every promise held.
@NullMarked
package io.parley.cluster.fault;

import org.jspecify.annotations.NullMarked;
