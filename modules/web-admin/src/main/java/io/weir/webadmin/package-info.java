/**
 * The console: where a tenant's administrators decide, sell and look after customers. One view and one backing bean
 * named alike per page; the beans hold no rule.
 */
package io.weir.webadmin;
