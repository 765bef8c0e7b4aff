/** What state each connection is in, whose turn it is, and the next step. */
@NullMarked
package com.elementarydata.privatelink.operation.status;

import org.jspecify.annotations.NullMarked;
