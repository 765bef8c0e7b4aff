/** What each integration is, in one place each: its keys, ports, health check, names, and who accepts its connections. */
@NullMarked
package com.elementarydata.privatelink.integration;

import org.jspecify.annotations.NullMarked;
