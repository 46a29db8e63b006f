--liquibase formatted sql

--changeset weir:subscriptions-020 splitStatements:true endDelimiter:;
--comment: Periods that ended before their time are found without looking at those that still run.
CREATE INDEX ix_subscriptions_period_closed ON subscriptions_period (tenant_id, to_bill, closed_at);
--rollback ALTER TABLE subscriptions_period DROP INDEX ix_subscriptions_period_closed;
