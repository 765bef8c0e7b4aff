/** Asks a DNS resolver, as clients without private hosted zones do. */
@NullMarked
package com.elementarydata.privatelink.dns;

import org.jspecify.annotations.NullMarked;
