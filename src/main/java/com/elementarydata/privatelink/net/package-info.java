/** AWS networking values: address blocks, hostnames, ports, Regions, zones, endpoint services, accounts. */
@NullMarked
package com.elementarydata.privatelink.net;

import org.jspecify.annotations.NullMarked;
