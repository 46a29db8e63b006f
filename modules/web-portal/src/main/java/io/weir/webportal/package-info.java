/**
 * The portal: what a tenant's customers see in their browsers. One view and one backing bean named alike per page; the
 * beans hold no rule.
 */
package io.weir.webportal;
