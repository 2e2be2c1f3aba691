import { mount } from 'svelte';
import Try from './Try.svelte';
const target = document.querySelector('#x');
if (target) mount(Try, { target });
