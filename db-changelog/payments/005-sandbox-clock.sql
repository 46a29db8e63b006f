--liquibase formatted sql

--changeset weir:payments-sandbox-clock-001 splitStatements:true endDelimiter:;
-- When a delayed message is due by the tenant's clock, which may be moved; NULL when it was due at once. A pending refund's due_at is by that clock too.
ALTER TABLE sandbox_notice ADD COLUMN due_at DATETIME(3) NULL;
CREATE INDEX sandbox_notice_by_clock ON sandbox_notice (tenant_id, next_attempt_at, due_at);
