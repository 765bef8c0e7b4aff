/** Observed facts in, findings out: the path of a connection, hop by hop. */
@NullMarked
package com.elementarydata.privatelink.operation.diagnosis;

import org.jspecify.annotations.NullMarked;
