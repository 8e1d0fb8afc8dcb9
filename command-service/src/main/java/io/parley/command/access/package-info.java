/// An admin's access record: what the admin has looked at, for the auditor.
@NullMarked
package io.parley.command.access;

import org.jspecify.annotations.NullMarked;
