/** Both sides of a fleet's connections on a local AWS. */
@NullMarked
package com.elementarydata.privatelink.demo;

import org.jspecify.annotations.NullMarked;
