/** A fleet in a repository of its own. */
@NullMarked
package com.elementarydata.privatelink.operation.init;

import org.jspecify.annotations.NullMarked;
