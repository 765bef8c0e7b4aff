/** The side of a customer who hosts a service, judged and handed out. */
@NullMarked
package com.elementarydata.privatelink.operation.provider;

import org.jspecify.annotations.NullMarked;
