-- The key of an effect is called by its usual name.
alter table tool_call rename column effect_key to idempotency_key;
