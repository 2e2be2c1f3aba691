export { aClock, aConfig, aHouse, type TestClock, type TestHouse } from './a-house.ts';
export { anApp, aPhone, type Phone, type Reply, type TestApp } from './an-app.ts';
