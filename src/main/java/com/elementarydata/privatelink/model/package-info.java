/** The fleet as types: customers, their connections, Elementary's network, and what is wrong with a file. */
@NullMarked
package com.elementarydata.privatelink.model;

import org.jspecify.annotations.NullMarked;
