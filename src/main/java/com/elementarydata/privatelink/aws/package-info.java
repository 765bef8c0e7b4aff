/** What AWS says, read only, and the one thing that is written to it: the acceptance of a connection. */
@NullMarked
package com.elementarydata.privatelink.aws;

import org.jspecify.annotations.NullMarked;
