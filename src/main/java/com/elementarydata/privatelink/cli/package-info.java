/** The verbs of the command line. */
@NullMarked
package com.elementarydata.privatelink.cli;

import org.jspecify.annotations.NullMarked;
